// A real OpenID provider for the tests: `node provider.js ISSUER APP`. Whoever types a name is that person.
import { createServer } from "node:http";
import { Provider, interactionPolicy } from "oidc-provider";

const [issuer, app] = process.argv.slice(2);
const people = {
  bim: { name: "Bea de Vries", groups: ["inkoop"] },
  collega: { name: "Cor Jansen", groups: ["inkoop"] },
  netwerk: { name: "Nel Bakker", groups: ["ethiek", "personeel"] },
  secretaris: { name: "Saar Visser", groups: ["secretariaat"] },
  fg: { name: "Femke Dekker", groups: ["toezicht"] },
  ciso: { name: "Cas Postma", groups: ["beveiliging"] },
  griffie: { name: "Gea Kuiper", groups: ["besluiten"] },
  lezer: { name: "Leo Smit", groups: "lezers" },
  niemand: { name: "Nico Mulder", groups: ["personeel"] },
};

const page = (body) => `<!doctype html><html lang="nl"><title>Provider</title><body>${body}</body></html>`;
const FORM = '<form method="post"><label>Naam <input name="name"></label><button>Verder</button></form>';
const LEAVE = '<button form="op.logoutForm" name="logout" value="yes">Ook hier afmelden</button>';

// What Streamlit asks for: let people choose an account each time. Here that is signing in.
const policy = interactionPolicy.base();
policy.remove("consent");
policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "weegschaal",
      client_secret: "geheim-van-de-app",
      redirect_uris: [`${app}/oauth2callback`],
      post_logout_redirect_uris: [`${app}/oauth2callback`],
    },
  ],
  claims: { openid: ["sub", "groups"], profile: ["name"], email: [] },
  // As most providers do: all of it in the token itself.
  conformIdTokenClaims: false,
  findAccount: (_context, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  interactions: { policy, url: (_context, interaction) => `/aanmelden/${interaction.uid}` },
  // Nothing here asks for consent: the app is the organisation's own.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile email");
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    // Its own page asks for a font on the internet.
    rpInitiatedLogout: { logoutSource: (context, form) => (context.body = page(`${form}${LEAVE}`)) },
  },
  cookies: { keys: ["for the tests only"] },
});

async function interact(request, response) {
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page(FORM));
    return;
  }
  const body = await new Promise((resolve) => {
    let text = "";
    request.on("data", (part) => (text += part)).on("end", () => resolve(text));
  });
  const accountId = new URLSearchParams(body).get("name");
  await provider.interactionFinished(request, response, { login: { accountId }, select_account: {} });
}

const answer = provider.callback();
createServer((request, response) => {
  const done = request.url.startsWith("/aanmelden/") ? interact(request, response) : answer(request, response);
  Promise.resolve(done).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
}).listen(new URL(issuer).port, "localhost");
