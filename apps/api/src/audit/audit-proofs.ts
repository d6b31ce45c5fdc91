import { planConsistency, planInclusion, planRoot, type ProofPlan } from '#domain';
import { proofFrom, readCheckpointRow, readTree } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound, notValidAt, ProblemError } from '../http/problem.js';
import type {
  ConsistencyQuery,
  ConsistencyView,
  InclusionQuery,
  InclusionView,
} from './audit.dto.js';

interface LeafRow {
  entry: string;
  /** null while it has no leaf */
  index: number | null;
  hash: Buffer;
}

const LEAF = `
  select e.entry, l.leaf_index::float8 as index, l.hash
  from audit_entry e left join audit_leaf l using (workspace_id, item_id, seq)
  where workspace_id = $1 and item_id = $2 and seq = $3`;

/** Proofs over the tree of a workspace. */
@Injectable()
export class AuditProofs {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** That a row of a trail is in the tree of so many leaves, or of the newest checkpoint. */
  async inclusion(
    workspaceId: string,
    { itemId, seq, size: asked }: InclusionQuery,
  ): Promise<InclusionView> {
    const { manager } = this.dataSource;
    const [row] = await manager.query<LeafRow[]>(LEAF, [workspaceId, itemId, seq]);
    if (row === undefined) throw notFound('row of a trail');
    const { entry, index, hash } = row;
    if (index === null) {
      throw notYet(`Row ${seq} is committed and has no leaf yet; it gets one within seconds.`);
    }
    const size = asked ?? (await this.newestOver(workspaceId, { seq, index }));
    await this.expectTree(workspaceId, [{ pointer: '/size', size, least: index + 1 }]);
    const [proof, [root], checkpoint] = await Promise.all([
      this.proof(workspaceId, planInclusion(index, size)),
      this.proof(workspaceId, planRoot(size)),
      readCheckpointRow(manager, workspaceId, size),
    ]);
    const leaf = { leafIndex: index, leafHash: hash.toString('base64') };
    const note = checkpoint?.note ?? null;
    return { itemId, seq, entry, ...leaf, size, root: root!, proof, checkpoint: note };
  }

  /** That the tree of `to` leaves begins with that of `from`. */
  async consistency(workspaceId: string, { from, to }: ConsistencyQuery): Promise<ConsistencyView> {
    await this.expectTree(workspaceId, [
      { pointer: '/from', size: from, least: 1 },
      { pointer: '/to', size: to, least: from },
    ]);
    const [proof, [fromRoot], [toRoot]] = await Promise.all([
      this.proof(workspaceId, planConsistency(from, to)),
      this.proof(workspaceId, planRoot(from)),
      this.proof(workspaceId, planRoot(to)),
    ]);
    return { from: { size: from, root: fromRoot! }, to: { size: to, root: toRoot! }, proof };
  }

  /** The size of the newest checkpoint; throws where it is from before this leaf. */
  private async newestOver(
    workspaceId: string,
    { seq, index }: { seq: number; index: number },
  ): Promise<number> {
    const size = (await readCheckpointRow(this.dataSource.manager, workspaceId))?.size ?? 0;
    if (size > index) return size;
    throw notYet(
      `Row ${seq} is leaf ${index}; the newest checkpoint is of ${size} leaves. Ask again in a minute, or name a size.`,
    );
  }

  private async expectTree(
    workspaceId: string,
    asked: { pointer: string; size: number; least: number }[],
  ): Promise<void> {
    const { size: most } = await readTree(this.dataSource.manager, workspaceId);
    const wrong = asked.find(({ size, least }) => size < least || size > most);
    if (wrong === undefined) return;
    const { pointer, size, least } = wrong;
    const detail = `Expected a number of leaves from ${least} to ${most}; found ${size}.`;
    throw notValidAt(pointer, detail, 'not_in_the_tree');
  }

  private async proof(workspaceId: string, plan: ProofPlan): Promise<string[]> {
    const hashes = await proofFrom(this.dataSource.manager, workspaceId, plan);
    if (hashes === null) throw new Error(`The tree of workspace ${workspaceId} has a hole.`);
    return hashes.map((hash) => hash.toString('base64'));
  }
}

function notYet(detail: string): ProblemError {
  return new ProblemError(409, 'not_yet', detail);
}
