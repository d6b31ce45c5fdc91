export { renderPage, type PageOptions } from './body/page.js';
export { renderBody, type RenderOptions } from './body/render-body.js';
export { type Direction, directionOf } from './direction.js';
export { scormPackage, type TrainingText } from './scorm/package.js';
