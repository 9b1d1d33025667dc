/* Tells Streamlit where its server is. It would try the address of the page first, and lose a moment on each visit. */
window.__streamlit = { BACKEND_BASE_URL: new URL("./", location.href).href };
