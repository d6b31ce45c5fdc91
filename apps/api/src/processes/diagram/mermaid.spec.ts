import { describe, expect, it } from '@jest/globals';
import { canonicalJson, DEFAULT_PROCESSES, type ProcessDefinition } from '#domain';
import { processMermaid } from './mermaid.js';
import { activity, HOSTILE, hostileProcess, sketchProcess } from './processes.fixture.js';

/** Every line that a text by us may consist of. */
const GRAMMAR = [
  /^$/u,
  /^stateDiagram-v2$/u,
  /^%% (Structure|Generation|Publishing|Localization)$/u,
  /^accTitle: [^:"<>[\]{}%`*]+$/u,
  /^state "[^:"<>[\]{}%`*]+" as stage_\w+$/u,
  /^classDef phase_[a-z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}$/u,
  /^class stage_\w+(,stage_\w+)* phase_[a-z]+$/u,
  /^\[\*\] --> stage_\w+$/u,
  /^stage_\w+ --> \[\*\]$/u,
  /^stage_\w+ --> stage_\w+ : [^:"<>[\]{}%`*]+$/u,
  /^note left of stage_\w+ : [^:"<>[\]{}%`*]+$/u,
];

/** Characters that may follow a `#` only as an entity, and a `;` only as its end. */
const withoutEntities = (line: string) =>
  line.startsWith('classDef') ? '' : line.replaceAll(/#\d+;/gu, '');

const decoded = (text: string) =>
  text.replaceAll(/#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)));

describe('a process as Mermaid', () => {
  describe.each(DEFAULT_PROCESSES)('of the process $id', (definition) => {
    const lines = processMermaid(definition).split('\n');

    it('names every stage by its label', () => {
      for (const [key, { meta }] of Object.entries(definition.states)) {
        expect(lines).toContain(`state "${meta.label}" as stage_${key}`);
      }
    });

    it('names every event on a line or in a note', () => {
      const spoken = lines.filter((line) => / : /u.test(line)).map((line) => line.split(' : ')[1]!);
      for (const event of Object.keys(definition.meta.events)) {
        expect(spoken.filter((text) => text.split(/[ /]+/u).includes(event))).not.toEqual([]);
      }
    });

    it('marks where it begins and every final stage', () => {
      expect(lines).toContain(`[*] --> stage_${definition.initial}`);
      for (const [key, { type }] of Object.entries(definition.states)) {
        expect(lines.includes(`stage_${key} --> [*]`)).toBe(type === 'final');
      }
    });

    it('says once that work can be cancelled from everywhere', () => {
      expect(lines.filter((line) => /\bcancel\b/u.test(line))).toEqual([
        'note left of stage_cancelled : cancel leads here from every stage that is not final',
      ]);
    });

    it('colours every stage by its phase', () => {
      for (const [key, { meta }] of Object.entries(definition.states)) {
        const classes = lines.find((line) =>
          new RegExp(`^class .*\\bstage_${key}\\b`, 'u').test(line),
        );
        expect(classes?.endsWith(` phase_${meta.phase}`)).toBe(true);
      }
    });

    it('is the same after storage has sorted the keys', () => {
      const stored = JSON.parse(canonicalJson(definition)) as ProcessDefinition;
      expect(processMermaid(stored)).toBe(processMermaid(definition));
    });
  });

  it('puts transitions between the same two stages on one line', () => {
    const stages = { a: { on: { submit: ['b'], request_changes: ['b'] } }, b: {} };
    expect(processMermaid(sketchProcess({ stages }))).toContain(
      '\nstage_a --> stage_b : submit / request_changes\n',
    );
  });

  it('draws an event that changes no stage as a loop', () => {
    const stages = { a: { activities: [activity(['legal'])], on: { note_source: ['a'] } } };
    expect(processMermaid(sketchProcess({ stages }))).toContain(
      '\nstage_a --> stage_a : note_source\n',
    );
  });

  it('keeps a hostile label a label', () => {
    const lines = processMermaid(hostileProcess).split('\n');
    for (const line of lines) {
      expect(GRAMMAR.filter((rule) => rule.test(line))).toHaveLength(1);
      expect(withoutEntities(line)).not.toMatch(/[#;]/u);
      expect(line).not.toMatch(/direction\s+(TB|BT|RL|LR)/iu);
    }
    const label = decoded(lines.find((line) => line.startsWith('state '))!);
    expect(label).toContain(`"]-->x<script>alert('1')</script>&lt; a: b; %%{init}%% #35;`);
  });

  it('never writes a stage key that Mermaid could read as a word of its own', () => {
    const text = processMermaid(
      sketchProcess({ stages: { end: {}, note: {}, state: {}, 'a\nb': {} } }),
    );
    expect(text).toMatch(/ as stage_end\n/u);
    expect(text).not.toContain('a\nb');
    expect(text).not.toContain(HOSTILE);
  });
});
