import { ImageDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { keepPicture } from '../exchange/keep-picture';
import { partWords } from '../words/parts';

const FORMATS = ['svg', 'png'] as const;

/** Saves the drawing beside it as a file. */
export function KeepPicture(props: {
  /** Of the drawing; the file is named after it. */
  readonly title: string;
  /** The drawing as a file, or undefined while there is none. */
  readonly svg: () => string | undefined;
}) {
  return (
    <MenuTrigger>
      <Button className="button button-icon keep-picture" aria-label={partWords.keepPicture(props.title)}>
        <ImageDown aria-hidden />
      </Button>
      <Popover className="popover menu-popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={partWords.keepPicture(props.title)}
          onAction={(format) => {
            const svg = props.svg();
            if (svg !== undefined) void keepPicture(svg, props.title, format as (typeof FORMATS)[number]);
          }}
        >
          {FORMATS.map((format) => (
            <MenuItem key={format} id={format} className="sheet-item">
              {partWords.pictureFormats[format]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
