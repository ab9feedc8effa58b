import { createApp } from 'vue';
import 'warraq/element';
import App from './App.vue';

createApp(App).mount('#app');
