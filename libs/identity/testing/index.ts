export { cheapHasher, IdentityFixture, type IdentityProcess, START } from './identity-fixture';
