import { AudioLines, Mic, Play, Square } from 'lucide-react';
import { useEffect } from 'react';
import { runCommand } from '../commands/registry';
import { Button, CommandIcon } from '../parts/button';
import { predictWords } from '../words/predict';
import { FaultText } from './fault-text';
import { dropVoice } from './voice';
import { useVoice, useVowel } from './vowel-store';
import { Spoken } from '../parts/spoken';

/** The level meter's lower end, decibels of full scale. */
const QUIET = -60;

/** The microphone: on and off, how loud it is, and what it hears. */
export function VoiceControls() {
  const { state, level, measured, fault } = useVoice();
  const isOn = state !== 'off';
  // The microphone is open only while this is on screen.
  useEffect(() => dropVoice, []);
  return (
    <>
      <div className="voice-controls">
        <Button kind={isOn ? 'primary' : 'plain'} onPress={() => runCommand('listen')}>
          {isOn ? <Square aria-hidden /> : <Mic aria-hidden />}
          {isOn ? predictWords.stop : predictWords.speak}
        </Button>
        <Meter level={isOn ? level : -Infinity} />
        <CommandIcon id="replay" icon={<Play />} />
        <CommandIcon id="chooseSound" icon={<AudioLines />} />
      </div>
      <p className="section-note voice-state">
        <Spoken>
          {state === 'asking' && predictWords.asking}
          {state === 'listening' && predictWords.listening}
          {state === 'off' && fault === undefined && <Heard measured={measured} />}
        </Spoken>
      </p>
      <FaultText fault={fault} />
    </>
  );
}

function Heard({ measured }: { readonly measured: number | undefined }) {
  const { given, by } = useVowel();
  if (measured === undefined || by !== 'voice') return predictWords.private;
  return (
    <>
      {predictWords.heard(measured)}{' '}
      {predictWords.hears(given['f0'] ?? 0, given['f1'] ?? 0, given['f2'] ?? 0)}
    </>
  );
}

function Meter({ level }: { readonly level: number }) {
  const share = Math.min(1, Math.max(0, (level - QUIET) / -QUIET));
  return (
    <span
      className="voice-meter"
      role="meter"
      aria-label={predictWords.level}
      aria-valuemin={QUIET}
      aria-valuemax={0}
      aria-valuenow={Math.round(Math.max(QUIET, level))}
      aria-valuetext={predictWords.levelValue(Math.max(QUIET, level))}
    >
      <span className="voice-level" style={{ transform: `scaleX(${share})` }} />
    </span>
  );
}
