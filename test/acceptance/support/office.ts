import { accountWithPasswordSchema } from '#contracts';
import { type Role } from '#domain';
import { Person } from './person';
import { type RunningHouse } from './running-house';

/** The administrator of a fresh house, who makes units and people. */
export class Office {
  private constructor(
    private readonly house: RunningHouse,
    readonly administrator: Person,
  ) {}

  /** The first sign-in, with the password that the first start left. */
  static async open(house: RunningHouse): Promise<Office> {
    return new Office(house, await new Person(house.address, 'admin', house.firstPassword).signIn());
  }

  /** Makes a unit. */
  async unit(name: string, parentId: string | null = null): Promise<string> {
    return (await this.administrator.does('units', { name, parentId })).id;
  }

  /** Makes a leader with a post in a unit, who is in charge of some units (分管). */
  async deputy(loginName: string, unitId: string, inCharge: readonly string[]): Promise<Person> {
    return this.holder(loginName, { unitId, role: 'leader', ledgerId: null, inCharge });
  }

  /** Makes a person with a post in a unit, in one ledger or (null) in all. */
  async person(loginName: string, role: Role, unitId: string, ledgerId: string | null = null): Promise<Person> {
    return this.holder(loginName, { unitId, role, ledgerId });
  }

  private async holder(loginName: string, post: object): Promise<Person> {
    const names = { loginName, displayName: `${loginName} 同志` };
    const made = await this.administrator.posts('accounts', names, accountWithPasswordSchema);
    await this.administrator.does(`accounts/${made.accountId}/grant-post`, post);
    return new Person(this.house.address, loginName, made.oneTimePassword ?? '').signIn();
  }
}
