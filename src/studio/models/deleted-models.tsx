import { useState } from 'react';
import type { Model } from '../../library/models/model-records';
import { Button } from '../parts/button';
import { modelsWords as words } from '../words/models';
import { bringBack, erase } from './act';
import { titleOfModel } from './models-store';

/** What was deleted and not erased yet. */
export function DeletedModels({ models }: { readonly models: readonly Model[] }) {
  return (
    <details className="models-deleted">
      <summary>{words.deletedList(models.length)}</summary>
      <ul>
        {models.map((model) => (
          <DeletedModel key={model.id} model={model} />
        ))}
      </ul>
    </details>
  );
}

/** Erasing cannot be undone: it is asked for twice. */
function DeletedModel({ model }: { readonly model: Model }) {
  const [isSure, setSure] = useState(false);
  const name = titleOfModel(model);
  return (
    <li>
      <span className="model-name">{isSure ? words.eraseSure : name}</span>
      {isSure ? (
        <>
          <Button kind="quiet" onPress={() => setSure(false)}>
            {words.keep}
          </Button>
          <Button label={words.eraseName(name)} onPress={() => void erase(model)}>
            {words.erase}
          </Button>
        </>
      ) : (
        <>
          <Button kind="quiet" label={words.bringBackName(name)} onPress={() => void bringBack(model.id)}>
            {words.bringBack}
          </Button>
          <Button kind="quiet" label={words.eraseName(name)} onPress={() => setSure(true)}>
            {words.erase}
          </Button>
        </>
      )}
    </li>
  );
}
