export { processMermaid } from './mermaid.js';
export { processSvg } from './svg.js';
