import { messageOf } from '../bench/undo.js';
import { hasChromium } from './chromium.js';
import { proveScorm } from './scorm-proof.js';

/** Courses in a browser: `node dist/test/browser/scorm.js [--require]`. */
function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

if (!hasChromium()) {
  say('left out: chromium is not installed');
  process.exit(process.argv.includes('--require') ? 1 : 0);
}
try {
  say(`It holds. Pictures: ${await proveScorm(say)}`);
} catch (error) {
  say(`It does not hold: ${messageOf(error)}`);
  process.exitCode = 1;
}
