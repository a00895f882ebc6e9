/**
 * What every page of the studio looks like, in the order in which later rules win. One list for all of them: a bundler
 * that met two would mix their orders.
 */
import '@fontsource-variable/inter';
import './tokens.css';
import './base.css';
import './controls.css';
import './displays.css';
import './header.css';
import './layout.css';
import './design.css';
import './player.css';
import './overlays.css';
import './mesh.css';
import './charts.css';
import './narrow.css';
