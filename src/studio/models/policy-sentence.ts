import type { Model } from '../../library/models/model-records';
import { policyWords } from '../words/policy';

/** Who can do what with a model, in one sentence. */
export function policySentence(
  { policy, workspace, people, owner }: Pick<Model, 'policy' | 'workspace' | 'people' | 'owner'>,
  nameOf: (workspace: string) => string,
): string {
  const words = policyWords.sentence;
  const rights = Object.values(people);
  if (policy === 'CLASSIFIED') return words.classified(rights.length);
  if (owner === undefined) return words.browser;
  switch (policy) {
    case 'PUBLIC':
      return workspace === undefined ? words.publicAlone : words.public(nameOf(workspace));
    case 'INTERNAL':
      return workspace === undefined ? words.alone : words.internal(nameOf(workspace));
    case 'RESTRICTED': {
      const writers = rights.filter((right) => right === 'write').length;
      return words.named(rights.length - writers, writers);
    }
  }
}
