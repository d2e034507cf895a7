import { migrate } from '#platform';
import { createTestDatabase } from '#testing';
import { IDENTITY_MIGRATIONS } from './identity-schema';

describe('IDENTITY_MIGRATIONS', () => {
  it('serve the program also where the owner of the log runs them, without the right to delete', async () => {
    const database = await createTestDatabase();
    try {
      await migrate(database.ownerPool, IDENTITY_MIGRATIONS, { lockKey: 1 });
      await expect(database.appPool.query('update identity.unknown_sign_in set attempts = 1')).resolves.toMatchObject({
        rowCount: 1,
      });
      await expect(database.appPool.query('delete from identity.account')).rejects.toThrow(/permission denied/);
    } finally {
      await database.close();
    }
  });
});
