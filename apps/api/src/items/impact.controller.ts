import { CHANGE_CLASSES, type ChangeClass } from '#domain';
import {
  type Caller as AuthenticatedCaller,
  foretellPublication,
  poolOf,
  ProcessStore,
} from '#engine';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsIn } from 'class-validator';
import type { DataSource } from 'typeorm';
import { Problems } from '../http/documented.js';
import { Caller } from '../auth/caller.decorator.js';
import { Optional } from '../http/fields.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { impactView, ImpactView } from './impact-view.js';
import { ItemReader } from './item-reader.js';
import { requireSource } from './require-source.js';

class ImpactQuery {
  @Optional({ enum: CHANGE_CLASSES, default: 'substantive' })
  @IsIn(CHANGE_CLASSES)
  change?: ChangeClass;
}

@ApiTags('items')
@Controller('v1/items/:itemId/impact')
export class ImpactController {
  constructor(
    private readonly reader: ItemReader,
    private readonly processes: ProcessStore,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /**
   * What publishing a revision of that class would do to the variants, to trainings on it and to theirs, decided by what
   * decides the publication itself; edits that are pending already count too. Changes nothing.
   */
  @Get()
  @Problems(409)
  @ApiOkResponse({ type: ImpactView })
  async impact(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() { change = 'substantive' }: ImpactQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<ImpactView> {
    const { item: source } = await this.reader.one(workspaceId, itemId);
    requireSource(source);
    const at = new Date().toISOString();
    const pool = poolOf(this.dataSource);
    const foretold = await foretellPublication(pool, this.processes, { source, change, at });
    return impactView(source, change, foretold);
  }
}
