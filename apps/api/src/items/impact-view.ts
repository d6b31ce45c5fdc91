import {
  type Change,
  CHANGE_CLASSES,
  type ChangeClass,
  type Downstream,
  FRESHNESS,
  type Freshness,
  freshnessOf,
  type ItemState,
  type TaskState,
} from '#domain';
import type { ForetoldPublication } from '#engine';
import { ApiProperty } from '@nestjs/swagger';

export class OpeningTaskView {
  @ApiProperty()
  activity!: string;

  @ApiProperty({ type: [String], description: 'who may claim it' })
  functions!: string[];

  @ApiProperty({ type: String, nullable: true })
  locale!: string | null;
}

export class HeldTaskView {
  @ApiProperty()
  activity!: string;

  @ApiProperty({ type: String, description: 'who works on it' })
  holderId!: string;
}

class ReachedView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: to be opened' })
  itemId!: string | null;

  @ApiProperty()
  locale!: string;

  @ApiProperty({ type: String, nullable: true, description: 'where it is; null: to be opened' })
  stage!: string | null;

  @ApiProperty({ description: 'where it would be; the same where it would stay' })
  becomes!: string;

  @ApiProperty({ type: [OpeningTaskView], description: 'tasks that would open' })
  opens!: OpeningTaskView[];

  @ApiProperty({ type: [HeldTaskView], description: 'tasks in hands that would be cancelled' })
  cancels!: HeldTaskView[];
}

export class ReachedVariantView extends ReachedView {
  @ApiProperty({ enum: FRESHNESS, nullable: true, description: 'now; null: to be opened' })
  freshness!: Freshness | null;

  @ApiProperty({ enum: FRESHNESS })
  freshnessThen!: Freshness;
}

export class ReachedTrainingView extends ReachedView {
  @ApiProperty()
  title!: string;

  @ApiProperty({ type: [ReachedVariantView] })
  variants!: ReachedVariantView[];
}

export class TaskCountView {
  @ApiProperty()
  function!: string;

  @ApiProperty({ type: String, nullable: true })
  locale!: string | null;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

class ImpactTotals {
  @ApiProperty({
    type: 'integer',
    description: 'variants, those of trainings and new ones among them',
  })
  variants!: number;

  @ApiProperty({ type: 'integer', description: 'variants that would be opened' })
  opened!: number;

  @ApiProperty({ type: 'integer', description: 'variants that would go out of date' })
  outOfDate!: number;

  @ApiProperty({ type: 'integer', description: 'trainings that would have to be reviewed' })
  trainings!: number;

  @ApiProperty({ type: 'integer', description: 'tasks that would open' })
  tasks!: number;
}

export class ImpactView {
  @ApiProperty({ enum: CHANGE_CLASSES, description: 'the class that was asked for' })
  change!: ChangeClass;

  @ApiProperty({ type: [ReachedVariantView] })
  variants!: ReachedVariantView[];

  @ApiProperty({ type: [ReachedTrainingView], description: 'trainings on this content' })
  trainings!: ReachedTrainingView[];

  @ApiProperty({
    type: [TaskCountView],
    description: 'tasks that would open, for each function that may claim them and each locale',
  })
  tasks!: TaskCountView[];

  @ApiProperty({ type: ImpactTotals })
  totals!: ImpactTotals;
}

/** What a publication would do, item by item; those that it would leave as they are stand there too. */
export function impactView(
  source: ItemState,
  change: ChangeClass,
  { around, changes }: ForetoldPublication,
): ImpactView {
  const variants = variantViews(source.id, around, changes);
  const trainings = around.trainingsOn(source.id).map((training) => ({
    ...reachedView(training, changeOf(training.id, changes)),
    title: training.description.title,
    variants: variantViews(training.id, around, changes),
  }));
  const all = [...variants, ...trainings.flatMap((training) => training.variants)];
  const opened = changes.flatMap((each) => each.opened);
  return {
    change,
    variants,
    trainings,
    tasks: taskCounts(opened),
    totals: {
      variants: all.length,
      opened: all.filter(({ itemId }) => itemId === null).length,
      outOfDate: all.filter(goesOutOfDate).length,
      trainings: trainings.filter(({ stage, becomes }) => stage !== becomes).length,
      tasks: opened.length,
    },
  };
}

function goesOutOfDate({ freshness, freshnessThen }: ReachedVariantView): boolean {
  return freshness !== freshnessThen && freshnessThen === 'out_of_date';
}

function variantViews(
  sourceId: string,
  around: Downstream,
  changes: Change[],
): ReachedVariantView[] {
  const existing = around.variantsOf(sourceId);
  const opened = changes
    .filter(({ before, after }) => before === null && after.source?.itemId === sourceId)
    .map(({ after }) => after);
  return [...existing, ...opened]
    .toSorted((one, other) => (one.locale < other.locale ? -1 : 1))
    .map((variant) => {
      const change = changeOf(variant.id, changes);
      const isNew = change?.before === null;
      const { definition } = around.pinned(variant.processDigest);
      return {
        ...reachedView(variant, change),
        freshness: isNew ? null : freshnessOf(definition, variant),
        freshnessThen: freshnessOf(definition, change?.after ?? variant)!,
      };
    });
}

function changeOf(itemId: string, changes: Change[]): Change | undefined {
  return changes.find(({ after }) => after.id === itemId);
}

function reachedView(item: ItemState, change: Change | undefined): ReachedView {
  const isNew = change?.before === null;
  return {
    itemId: isNew ? null : item.id,
    locale: item.locale,
    stage: isNew ? null : item.stage,
    becomes: change?.after.stage ?? item.stage,
    opens: (change?.opened ?? []).map(({ activity, functions, locale }) => ({
      activity,
      functions,
      locale,
    })),
    cancels: (change?.changedTasks ?? []).flatMap(({ activity, holderId }) =>
      holderId === null ? [] : [{ activity, holderId }],
    ),
  };
}

function taskCounts(opened: TaskState[]): TaskCountView[] {
  const counts = new Map<string, TaskCountView>();
  for (const { functions, locale } of opened) {
    for (const name of functions) {
      const key = `${name} ${locale}`;
      const known = counts.get(key) ?? { function: name, locale, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...counts.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, count]) => count);
}
