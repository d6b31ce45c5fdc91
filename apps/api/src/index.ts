export { createApi } from './api-app.js';
export { DEMONSTRATION_SLUG } from './auth/demonstration.js';
export { openApiDocument } from './openapi.js';
export { Settings } from './settings.js';
export { runUntilStopped } from './lifecycle.js';
