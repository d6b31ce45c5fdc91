import { PHASES, type ProcessDefinition } from '#domain';
import { INK, PHASE_LOOKS } from './palette.js';
import { type GeneralEvent, processGraph, type ProcessGraph } from './process-graph.js';

/**
 * A process as a Mermaid `stateDiagram-v2`. Whatever its labels contain, they stay labels. Definitions with the same
 * digest give the same text. Expects a definition that compiles.
 */
export function processMermaid(definition: ProcessDefinition): string {
  const graph = processGraph(definition);
  const idOf = stageIds(graph);
  return [
    'stateDiagram-v2',
    `accTitle: ${escaped(graph.label)}`,
    ...stageLines(graph, idOf),
    ...edgeLines(graph, idOf),
    ...noteLines(graph, idOf),
    '',
  ].join('\n');
}

type IdOf = (stage: string) => string;

/** Mermaid reads words such as `end` or `note` as its own, so no stage key stands alone. */
function stageIds({ stages }: ProcessGraph): IdOf {
  const ids = new Map(
    stages.map(({ key }, index) => [
      key,
      /^[a-z][a-z0-9_]*$/u.test(key) ? `stage_${key}` : `stage_${index}`,
    ]),
  );
  return (stage) => ids.get(stage)!;
}

function stageLines({ stages }: ProcessGraph, idOf: IdOf): string[] {
  return PHASES.flatMap((phase) => {
    const members = stages.filter((stage) => stage.phase === phase);
    if (members.length === 0) return [];
    const { label, fill, stroke } = PHASE_LOOKS[phase];
    return [
      '',
      `%% ${label}`,
      ...members.map(({ key, label }) => `state "${escaped(label)}" as ${idOf(key)}`),
      `classDef phase_${phase} fill:${fill},stroke:${stroke},color:${INK}`,
      `class ${members.map(({ key }) => idOf(key)).join(',')} phase_${phase}`,
    ];
  });
}

function edgeLines({ stages, edges }: ProcessGraph, idOf: IdOf): string[] {
  const edgesFrom = (stage: string) => edges.filter(({ source }) => source === stage);
  return [
    '',
    ...stages.flatMap(({ key, isInitial, isFinal, stays }) => [
      ...(isInitial ? [`[*] --> ${idOf(key)}`] : []),
      ...edgesFrom(key).map(
        ({ target, events }) => `${idOf(key)} --> ${idOf(target)} : ${eventText(events)}`,
      ),
      ...(stays.length > 0 ? [`${idOf(key)} --> ${idOf(key)} : ${eventText(stays)}`] : []),
      ...(isFinal ? [`${idOf(key)} --> [*]`] : []),
    ]),
  ];
}

/** One note per stage that events of the whole process lead to; without one, at the first stage. */
function noteLines({ stages, generalEvents }: ProcessGraph, idOf: IdOf): string[] {
  const first = stages.find(({ isInitial }) => isInitial)!;
  const notes = stages.flatMap(({ key }) => {
    const arriving = generalEvents.filter(({ target }) => target === key);
    return [
      ...note(idOf(key), arriving, 'leads here from every stage that is not final'),
      ...(key === first.key
        ? note(
            idOf(key),
            generalEvents.filter(({ target }) => target === null),
            'is possible in every stage that is not final',
          )
        : []),
    ];
  });
  return notes.length === 0 ? [] : ['', ...notes];
}

function note(id: string, events: GeneralEvent[], sentence: string): string[] {
  if (events.length === 0) return [];
  return [`note left of ${id} : ${eventText(events.map(({ event }) => event))} ${sentence}`];
}

function eventText(events: string[]): string {
  return events.map(escaped).join(' / ');
}

/**
 * Everything but letters, digits and harmless punctuation becomes a Mermaid entity (`#34;`). The words `direction TB`
 * need breaking up too: Mermaid takes any line that contains them for a change of direction.
 */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{M}\p{N} .,_/()-]/gu, (character) => `#${character.codePointAt(0)!};`)
    .replaceAll(/(direction) (?=TB|BT|RL|LR)/giu, '$1#32;');
}
