async () => {
  const broken = [];
  document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  const image = new Image();
  image.src = "https://elsewhere.example/pixel.png";
  document.body.append(image);
  const styled = document.createElement("div");
  styled.setAttribute("style", "color: red");
  await fetch("https://elsewhere.example/").catch(() => {});
  await new Promise((done) => setTimeout(done, 100));
  return { broken: [...new Set(broken)].sort(), ran: window.ran ?? false };
}
