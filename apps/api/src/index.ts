export { createApi } from './api-app.js';
export { openApiDocument } from './openapi.js';
export { Settings } from './settings.js';
export { runUntilStopped } from './lifecycle.js';
