// Writes the generated sections into the README: npm run readme.
import {readFileSync, writeFileSync} from 'node:fs';
import {withSections} from './sections.ts';

writeFileSync('README.md', withSections(readFileSync('README.md', 'utf8')));
