// Looks for what the tests run for real. As root, or with CI=true, installs the missing programs; otherwise says how
// to, and fails: a test that cannot run is not passed over. Versions of Node are installed for anyone.
import {installDebianPackages} from './programs/debian.ts';
import {installNodes} from './programs/node.ts';

const areInstalled = installDebianPackages() && (await installNodes());
if (!areInstalled) process.exit(1);
