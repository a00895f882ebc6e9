import { FileUp, X } from 'lucide-react';
import type { DragEvent } from 'react';
import { useState } from 'react';
import {
  Button as AriaButton,
  FieldError,
  FileTrigger,
  Label,
  TextArea,
  TextField,
} from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import { IconButton } from '../parts/button';
import { programWords } from '../words/program';
import { choose, useProgram } from './program-store';
import { fileMatrix } from './wanted-matrix';

/** A matrix of one's own: pasted, typed, opened or dropped. */
export function OwnMatrix() {
  const { text, file, fault } = useProgram();
  const [fileFault, setFileFault] = useState<Fault>();
  const take = async (given: File | undefined): Promise<void> => {
    if (given === undefined) return;
    const matrix = await fileMatrix(given);
    setFileFault(matrix.ok ? undefined : matrix.fault);
    // What was there before stays where a file cannot be read.
    if (matrix.ok) choose({ file: { name: given.name, matrix: matrix.value } });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const shown = fileFault ?? (file === undefined && text.trim() === '' ? undefined : fault);
  return (
    <div data-drop="matrix" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <TextField
        className="field"
        value={file === undefined ? text : ''}
        isInvalid={shown !== undefined}
        isReadOnly={file !== undefined}
        onChange={(value) => {
          setFileFault(undefined);
          choose({ text: value });
        }}
      >
        <Label className="field-label">{programWords.own.label}</Label>
        {file === undefined ? (
          <TextArea
            className="text-area tabular"
            rows={6}
            spellCheck="false"
            placeholder={programWords.own.placeholder}
          />
        ) : (
          <div className="file-chip">
            <span className="file-name" title={file.name}>
              {file.name}
            </span>
            <span className="muted tabular">
              {programWords.own.shape(file.matrix.rows, file.matrix.columns)}
            </span>
            <IconButton
              label={programWords.own.remove}
              icon={<X />}
              onPress={() => {
                setFileFault(undefined);
                choose({ file: undefined });
              }}
            />
          </div>
        )}
        <FieldError className="field-error">
          {shown && programWords.faultText(shown.message, shown.fix)}
        </FieldError>
      </TextField>
      <div className="own-matrix-foot">
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.tsv', '.npy']}
          onSelect={(files) => void take([...(files ?? [])][0])}
        >
          <AriaButton className="button button-plain">
            <FileUp aria-hidden />
            {programWords.own.open}
          </AriaButton>
        </FileTrigger>
        <span className="muted small">{programWords.own.kinds}</span>
      </div>
    </div>
  );
}
