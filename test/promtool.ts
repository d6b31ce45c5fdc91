import { spawnSync } from 'node:child_process';

/** Whether this machine has Prometheus' own tool on its PATH. */
export const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

/** What Prometheus' linter says of figures; nothing where it has no complaint. */
export function complaintsAbout(figures: string): string {
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
    input: figures,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}${status === 0 ? '' : `status ${status}`}`;
}
