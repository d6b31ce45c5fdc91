import type { Phase } from '#domain';
import type { Course } from './process-graph.js';

/** How each phase looks in every picture. */
export const PHASE_LOOKS: Record<Phase, { label: string; fill: string; stroke: string }> = {
  structure: { label: 'Structure', fill: '#e3eefb', stroke: '#3b73b9' },
  generation: { label: 'Generation', fill: '#fdf0d5', stroke: '#b97a16' },
  publishing: { label: 'Publishing', fill: '#e2f4e6', stroke: '#3a8a50' },
  localization: { label: 'Localization', fill: '#f0e8fa', stroke: '#7d55b5' },
};

/** How each kind of line looks. Letters keep a contrast of at least 4.5:1 on white. */
export const COURSE_LOOKS: Record<
  Course,
  { label: string; stroke: string; letters: string; width: number; dashes: string }
> = {
  onward: {
    label: 'onward',
    stroke: '#3d4653',
    letters: '#2b333f',
    width: 1.5,
    dashes: 'none',
  },
  return: {
    label: 'sent back for changes',
    stroke: '#c27d6c',
    letters: '#9c4a36',
    width: 1.2,
    dashes: '5 4',
  },
  resume: {
    label: 'changed, straight back to the reviewer who asked',
    stroke: '#7f97b5',
    letters: '#4b6484',
    width: 1.2,
    dashes: '2 3',
  },
};

export const INK = '#1f2733';
export const QUIET_INK = '#4d5866';
export const PAPER = '#ffffff';
