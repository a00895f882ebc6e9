import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { settingText } from '../runs/settings';
import { sweepsWords } from '../words/sweeps';
import type { Sweepable } from './sweepable';

const { form: words } = sweepsWords;

/** Finds a setting by any of its words, and adds it. */
export function SettingSearch(props: {
  readonly settings: readonly Sweepable[];
  readonly onAdd: (setting: Sweepable) => void;
}) {
  const [text, setText] = useState('');
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = props.settings.filter(({ name, path }) => {
    const haystack = `${name} ${path}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
  return (
    <ComboBox
      className="field"
      menuTrigger="focus"
      allowsEmptyCollection
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      items={found.map((setting) => ({ id: setting.path, setting }))}
      defaultFilter={() => true}
      onSelectionChange={(key) => {
        const setting = props.settings.find(({ path }) => path === key);
        if (setting === undefined) return;
        props.onAdd(setting);
        setText('');
      }}
    >
      <Label className="field-label">{words.addSetting}</Label>
      <div className="number-box">
        <Input className="number-input" placeholder={words.addHint} autoComplete="off" spellCheck="false" />
      </div>
      <Popover className="popover sweep-found" offset={4}>
        <ListBox<{ id: string; setting: Sweepable }>
          className="listbox"
          renderEmptyState={() => <p className="muted small sweep-none">{words.noSetting}</p>}
        >
          {({ setting }) => (
            <ListBoxItem className="listbox-item" textValue={setting.name}>
              <span className="listbox-text">
                <Text slot="label">{setting.name}</Text>
              </span>
              <span className="muted small tabular">
                {setting.now === undefined ? '' : settingText(setting.now, setting.path)}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
