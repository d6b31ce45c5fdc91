import { type Caller, type Identified, identify, poolOf, type WayIn, withClaimed } from '#engine';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { InjectDataSource } from '@nestjs/typeorm';
import type { JWTPayload } from 'jose';
import type { DataSource } from 'typeorm';
import { ProblemError } from '../../http/problem.js';
import type { Settings } from '../../settings.js';
import { type ClaimReading, type ReadClaims, readClaims, type Unreadable } from './claims.js';
import { readRoles } from './roles.js';

const WHY_NOT: Record<Unreadable | Exclude<Identified['outcome'], 'known'>, string> = {
  workspace_unknown: 'Expected a workspace of Baton for the people of this issuer; found none.',
  role_unknown: 'Expected one of the roles that have a meaning in Baton; found none of them.',
  subject_unreadable: 'Expected a subject of 1 to 255 characters; found another.',
  person_unknown:
    'Expected somebody whom Baton knows by a verified e-mail address; found nobody. Ask enablement to add you with the address that you sign in with.',
  person_deactivated: 'The person who signs in was deactivated.',
  linked_elsewhere:
    'Expected the account with which this person signed in before; found another with the same e-mail address. Ask enablement.',
};

/** Who somebody is in Baton, as they came and what they may. */
export interface PersonOfClaims {
  read: ReadClaims;
  caller: Omit<Caller, 'scopes'>;
}

/** Finds the person who the claims of an issuer stand for. */
@Injectable()
export class PeopleOfClaims {
  private readonly reading: ClaimReading;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    config: ConfigService<Settings, true>,
  ) {
    const slug = config.get('OIDC_WORKSPACE', { infer: true });
    const claim = config.get('OIDC_WORKSPACE_CLAIM', { infer: true });
    const roles = config.get('OIDC_ROLES', { infer: true });
    this.reading = {
      workspace: slug === '' ? { claim } : { slug },
      rolesClaim: config.get('OIDC_ROLES_CLAIM', { infer: true }),
      roles: roles === '' ? null : readRoles(roles),
    };
  }

  /** The claims have been checked. Throws 403 with what keeps their person out. */
  async find(claims: JWTPayload, via: Exclude<WayIn, 'key'>): Promise<PersonOfClaims> {
    const read = readClaims(claims, this.reading);
    if (typeof read === 'string') throw refusal(read);
    const identified = await identify(poolOf(this.dataSource), read.identity);
    if (identified.outcome !== 'known') throw refusal(identified.outcome);
    const { memberships: rows, ...person } = identified.person;
    const memberships = withClaimed(rows, read.memberships);
    const actor = { kind: 'person' as const, id: person.personId, via, memberships };
    return { read, caller: { ...person, via, actor } };
  }
}

function refusal(why: keyof typeof WHY_NOT): ProblemError {
  return new ProblemError(403, why, WHY_NOT[why]);
}
