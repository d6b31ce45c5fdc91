import { FUNCTIONS } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsObject,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLocale, IsName, IsRegion, IsWord, Optional } from '../http/fields.js';

export class MembershipFields {
  @ApiProperty({ enum: FUNCTIONS })
  @IsIn(FUNCTIONS)
  function!: string;

  @Optional({ type: String, nullable: true, example: 'DE', description: 'ISO 3166-1 alpha-2' })
  @ValidateIf((_object, value) => value !== null)
  @IsRegion()
  region!: string | null;

  @Optional({
    type: String,
    nullable: true,
    example: 'de',
    description: 'a BCP 47 language range: de covers de-DE',
  })
  @ValidateIf((_object, value) => value !== null)
  @IsLocale()
  locale!: string | null;

  @Optional({
    type: String,
    nullable: true,
    example: 'cloud',
    description: 'the part of the organization, in its own words',
  })
  @ValidateIf((_object, value) => value !== null)
  @IsWord()
  division!: string | null;
}

export class NewPersonBody {
  @ApiProperty({ maxLength: 200 })
  @IsName(200)
  name!: string;

  @Optional({ format: 'email' })
  @IsEmail()
  email?: string;

  @Optional({ type: [MembershipFields] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MembershipFields)
  memberships?: MembershipFields[];
}

export class PersonChangesBody {
  @Optional({ maxLength: 200 })
  @IsName(200)
  name?: string;

  @Optional({ format: 'email' })
  @IsEmail()
  email?: string;

  @Optional({ description: 'false: none of their keys opens anything until they are active again' })
  @IsBoolean()
  active?: boolean;
}

export class MembershipView extends MembershipFields {
  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ type: [MembershipView] })
  memberships!: MembershipView[];
}
