import { compileProcess } from '#domain';
import { changedContent, CONTENT } from '../changed-process.js';

export const OLD = compileProcess(CONTENT);

/** The brief is no more, two stages have other names, and the outline is another activity than before. */
export const NEW = compileProcess(
  changedContent('Content, cleared', {
    structuring: 'outlining',
    outline: 'draw_outline',
    approved: 'cleared',
  }),
);

/** What enablement sends at first: nobody says where approved items go, and whoever is in the brief has to choose. */
export const MAPPING = {
  from: OLD.digest,
  to: NEW.digest,
  stages: { structuring: 'outlining', brief: ['intake', 'outlining'] },
};
