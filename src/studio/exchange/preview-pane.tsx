import { formatCount, formatSi } from '../format/si';
import { exportWords } from '../words/export';
import type { ExportFile } from './file-preview';

/** Characters and lines that are shown. */
const TEXT_SHOWN = 4000;
const ROWS_SHOWN = 60;

/** The file as it will be saved, as far as it can be shown. */
export function PreviewPane({ file }: { readonly file: ExportFile }) {
  return (
    <>
      <p className="export-file">
        <strong>{file.name}</strong> <span className="muted tabular">{formatSi(file.bytes.length, 'B')}</span>
      </p>
      {file.notes.map((note) => (
        <p key={note} className="muted small">
          {note}
        </p>
      ))}
      <Body file={file} />
      <p className="muted small">
        {file.type === 'image/png' ? exportWords.noManifest : exportWords.manifestNote}
      </p>
    </>
  );
}

function Body({ file }: { readonly file: ExportFile }) {
  const { preview } = file;
  switch (preview.kind) {
    case 'text': {
      const rest = preview.text.length - TEXT_SHOWN;
      return (
        <pre tabIndex={0} aria-label={exportWords.preview}>
          {preview.text.slice(0, TEXT_SHOWN)}
          {rest > 0 && `\n${exportWords.cut(formatSi(rest, 'B'))}`}
        </pre>
      );
    }
    case 'table': {
      const rest = preview.rows.length - ROWS_SHOWN;
      return (
        <>
          <table className="export-table">
            <thead>
              <tr>
                {preview.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.slice(0, ROWS_SHOWN).map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, column) => (
                    <td key={preview.head[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rest > 0 && <p className="muted">{exportWords.cut(formatCount(rest))}</p>}
        </>
      );
    }
    case 'picture':
      return <Picture file={file} alt={preview.alt} />;
    case 'page':
      return (
        <pre tabIndex={0} aria-label={exportWords.preview}>
          {plainText(file)}
        </pre>
      );
  }
}

function Picture({ file, alt }: { readonly file: ExportFile; readonly alt: string }) {
  const show = (image: HTMLImageElement | null): (() => void) => {
    const address = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
    if (image) image.src = address;
    return () => URL.revokeObjectURL(address);
  };
  return <img ref={show} alt={alt} />;
}

/**
 * The page's words without its markup. It is our own report, in which every text is escaped; the result is shown as text.
 */
function plainText({ bytes }: ExportFile): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/<(style|svg|title)[\s>][\s\S]*?<\/\1>/g, '')
    .replace(/>\s*\n\s*</g, '><')
    .replace(/<\/t[dh]>/g, '  ')
    .replace(/<\/(h1|h2|p|dt|dd|tr|pre)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => CHARACTERS[name] ?? '')
    .trim()
    .slice(0, TEXT_SHOWN);
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
