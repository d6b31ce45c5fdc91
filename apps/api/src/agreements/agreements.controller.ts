import { FUNCTIONS, refuse, isDue, worksIn } from '#domain';
import { AgreementEntity, type Caller as AuthenticatedCaller, databaseNow } from '#engine';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { notFound, refused } from '../http/problem.js';
import { AgreementBody, AgreementsView, AgreementView } from './agreements.dto.js';

/** What enablement and each of the other functions agreed on. */
@ApiTags('agreements')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The agreements in force, those to be renewed, and the functions that have none. */
  @Get()
  @ApiOkResponse({ type: AgreementsView })
  async list(@Caller() { workspaceId }: AuthenticatedCaller): Promise<AgreementsView> {
    const { manager } = this.dataSource;
    const rows = await manager.findBy(AgreementEntity, { workspaceId });
    const staffed = await staffedFunctions(manager, workspaceId);
    const now = await databaseNow(manager);
    const agreements: AgreementView[] = [];
    const functionsWithout: AgreementsView['functionsWithout'] = [];
    for (const name of FUNCTIONS) {
      const row = rows.find((each) => each.function === name);
      if (row !== undefined) agreements.push(agreementView(row, now));
      else functionsWithout.push({ function: name, staffed: staffed.includes(name) });
    }
    return { agreements, functionsWithout };
  }

  /** Makes an agreement with a function, or replaces the one there is. */
  @Put(':function')
  @ApiOkResponse({ type: AgreementView })
  async replace(
    @Param('function') name: string,
    @Body() { purpose, mode, cadence, deadline = null }: AgreementBody,
    @Caller() caller: AuthenticatedCaller,
  ): Promise<AgreementView> {
    refuseOthers(name, caller);
    const { workspaceId, personId } = caller;
    const { manager } = this.dataSource;
    const now = await databaseNow(manager);
    const by = { updatedBy: personId, updatedAt: new Date(now) };
    const row = { workspaceId, function: name, purpose, mode, cadence, deadline, ...by };
    await manager.upsert(AgreementEntity, row, ['workspaceId', 'function']);
    return agreementView(row, now);
  }

  /** Ends an agreement. */
  @Delete(':function')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Param('function') name: string, @Caller() caller: AuthenticatedCaller): Promise<void> {
    refuseOthers(name, caller);
    const { workspaceId } = caller;
    const which = { workspaceId, function: name };
    const { affected } = await this.dataSource.manager.delete(AgreementEntity, which);
    if (affected !== 1) throw notFound('agreement');
  }
}

/** Agreements are made by enablement and by whoever works in the function. Throws 404 for what is no function. */
function refuseOthers(name: string, { actor }: AuthenticatedCaller): void {
  if (!FUNCTIONS.some((known) => known === name)) throw notFound('function');
  if (worksIn(actor, ['enablement', name])) return;
  const detail = `Agreements with ${name} are made by enablement and by ${name}.`;
  throw refused(
    refuse('forbidden', {
      code: 'not_your_function',
      detail,
      remedy: `Ask enablement or somebody of ${name}.`,
    }),
    [],
  );
}

async function staffedFunctions(manager: EntityManager, workspaceId: string): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `select distinct m.function as name from membership m
     join person p on p.workspace_id = m.workspace_id and p.person_id = m.person_id
     where m.workspace_id = $1 and p.deactivated_at is null`,
    [workspaceId],
  );
  return rows.map(({ name }) => name);
}

function agreementView(row: AgreementEntity, now: string): AgreementView {
  const { function: name, purpose, mode, cadence, deadline, updatedBy, updatedAt } = row;
  const due = isDue({ deadline }, now.slice(0, 'YYYY-MM-DD'.length));
  const updated = { updatedBy, updatedAt: updatedAt.toISOString() };
  return { function: name, purpose, mode, cadence, deadline, due, ...updated };
}
