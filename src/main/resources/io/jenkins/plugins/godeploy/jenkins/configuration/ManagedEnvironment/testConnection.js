/* Sends one environment of the form, as it is filled in, and shows what its hosts said. */
Behaviour.specify(".go-deploy-test-button", "go-deploy-test", 0, function (button) {
  function entered() {
    const entry = button.closest(".repeated-chunk");
    const json = document.createElement("input");
    json.name = "json";
    // buildFormTree takes a form; an entry of a list is one as far as it looks.
    entry.elements = Array.from(entry.querySelectorAll("input, select, textarea")).concat(json);
    buildFormTree(entry);
    delete entry.elements;
    return json.value;
  }

  button.onclick = function () {
    const result = button.parentElement.querySelector(".go-deploy-test-result");
    result.textContent = button.dataset.progress;
    button.disabled = true;
    fetch(button.dataset.url, {
      method: "post",
      headers: crumb.wrap({ "Content-Type": "application/x-www-form-urlencoded" }),
      body: new URLSearchParams({ json: entered() }),
    })
      .then(function (response) {
        if (!response.ok) {
          throw new Error(response.status + " " + response.statusText);
        }
        return response.text();
      })
      .then(function (html) {
        result.innerHTML = html; // made by FormValidation, which escapes what hosts have said
      })
      .catch(function (error) {
        result.textContent = error.message;
      })
      .then(function () {
        button.disabled = false;
      });
  };
});
