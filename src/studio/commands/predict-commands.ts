import {
  canDraw,
  canHear,
  canShowPictures,
  choosePicture,
  chooseSound,
  showPredict,
  speak,
} from '../predict/act';
import { clearDrawing, drawable, drawOver, isDrawn, undoStroke, useDrawing } from '../predict/drawing-store';
import { canKeep, keepOwn } from '../predict/own-store';
import { toggleInfluence, useInfluence } from '../predict/influence-store';
import { useVoice } from '../predict/vowel-store';
import { useSample } from '../state/sample-store';
import { predictWords } from '../words/predict';
import type { Command } from './command';

const { commands } = predictWords;

export const predictCommands = {
  listen: {
    id: 'listen',
    group: 'Sample',
    title: () => commands.listen(useVoice.getState().state !== 'off'),
    keys: 'v',
    enabled: canHear,
    run: speak,
  },
  chooseSound: {
    id: 'chooseSound',
    group: 'Sample',
    title: () => commands.chooseSound,
    enabled: canHear,
    run: () => void chooseSound(),
  },
  replay: {
    id: 'replay',
    group: 'Sample',
    title: () => commands.replay,
    enabled: () => useVoice.getState().recording !== undefined,
    run: () => void import('../predict/voice').then(({ replayVoice }) => replayVoice()),
  },
  choosePicture: {
    id: 'choosePicture',
    group: 'Sample',
    title: () => commands.choosePicture,
    enabled: canShowPictures,
    run: () => void choosePicture(),
  },
  drawOver: {
    id: 'drawOver',
    group: 'Sample',
    title: () => commands.drawOver,
    enabled: () => canDraw() && drawable() !== undefined,
    run: () => {
      showPredict();
      drawOver();
    },
  },
  undoStroke: {
    id: 'undoStroke',
    group: 'Sample',
    title: () => commands.undoStroke,
    enabled: () => isDrawn(useDrawing.getState()),
    run: undoStroke,
  },
  clearDrawing: {
    id: 'clearDrawing',
    group: 'Sample',
    title: () => commands.clearDrawing,
    enabled: () => isDrawn(useDrawing.getState()),
    run: clearDrawing,
  },
  keepOwn: {
    id: 'keepOwn',
    group: 'Sample',
    title: () => commands.keepOwn,
    enabled: canKeep,
    run: keepOwn,
  },
  influence: {
    id: 'influence',
    group: 'Sample',
    title: () => commands.influence(useInfluence.getState().isOn),
    keys: 'h',
    enabled: () => useSample.getState().view !== undefined,
    run: () => {
      showPredict();
      toggleInfluence();
    },
  },
} satisfies Record<string, Command>;
