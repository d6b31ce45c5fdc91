import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const SCORM_AGAIN = join(process.cwd(), 'node_modules/scorm-again/dist/scorm12.min.js');
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * The page of a learning system: the course in a frame, its API in this window. What the course has told lives in the
 * storage of the browser, as it would in a database.
 */
const HOST_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Learning system</title>
<link rel="icon" href="data:,">
<style>html, body, iframe { margin: 0; border: 0; inline-size: 100%; block-size: 100vh; display: block; }</style>
<script src="/scorm12.js"></script>
<script>
  const course = new URLSearchParams(location.search).get('course');
  const settings = { autocommit: false, logLevel: 4 };
  window.API = new Scorm12API(settings);
  const kept = localStorage.getItem(course);
  if (kept) window.API.loadFromJSON(JSON.parse(kept), '');
  const keep = () => localStorage.setItem(course, JSON.stringify(window.API.renderCMIToJSONObject().cmi));
  for (const each of ['LMSCommit', 'LMSFinish']) window.API.on(each, keep);
  window.API.on('LMSFinish', () => localStorage.setItem(course + '/ended', 'yes'));
  window.API.on('LMSSetValue.cmi.core.session_time', (element, value) => { window.sessionTime = value; });
</script></head>
<body><script>
  const frame = document.createElement('iframe');
  frame.src = '/courses/' + course + '/index.html';
  document.body.append(frame);
</script></body></html>`;

export interface LearningSystem {
  url: string;
  close(): Promise<void>;
}

/** Serves unzipped packages by their names, and the page that hosts them at `/?course=<name>`. */
export async function openLearningSystem(
  courses: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>,
): Promise<LearningSystem> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, place, name = '', file = ''] = pathname.split('/');
    const body =
      pathname === '/'
        ? HOST_PAGE
        : pathname === '/scorm12.js'
          ? readFileSync(SCORM_AGAIN)
          : place === 'courses'
            ? courses[name]?.[file]
            : undefined;
    const type = MEDIA_TYPES[extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body);
  });
  const { port } = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return server.address() as AddressInfo;
}
