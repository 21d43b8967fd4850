using System.Net;
using System.Runtime.CompilerServices;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Answers;

[Collection(AnswerCollection.Name)]
public sealed class ForeignTextPageTests(LivelyCity city, Chromium chromium)
{
    [Fact]
    public async Task The_text_of_a_file_is_put_at_the_end_and_a_file_nobody_can_read_is_refused_with_all_text_kept()
    {
        var answer = (await city.Answers("Was steht in der Datei?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Schon geschrieben.";

        using var taken = await clerk.Upload($"{answer}?handler=InsertFile", form, "Document", "sachstand.docx", await WordFile());
        var page = await taken.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("Der Text der Datei steht jetzt am Ende Ihres Textes.", page);
        Assert.Equal(
            """
            Schon geschrieben.

            ## Sachstand

            Es sind **412 Bäume** am Rhein.[^1]

            - Nordufer
              - Abschnitt A
            - Südufer

            1. Zählung
            2. Prüfung

            | Ufer | Bäume |
            |---|---:|
            | Nord | 200 |
            | Süd | 212 |

            Siehe [Bericht](https://www.mainz.de/baum).

            [^1]: Stand: Juni 2025.
            """.ReplaceLineEndings("\n"),
            WebForm.In(page)["Input.Markdown"].ReplaceLineEndings("\n"));

        using var refused = await clerk.Upload($"{answer}?handler=InsertFile", form, "Document", "x.exe", [.. "MZ"u8, 0, 0, 1, 2]);
        page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("href=\"#Document\"", page);
        Assert.Equal("Schon geschrieben.", WebForm.In(page)["Input.Markdown"]);
        Assert.Contains("href=\"#Document\">Bitte wählen Sie eine Datei aus.", await clerk.Post($"{answer}?handler=InsertFile", form, HttpStatusCode.UnprocessableEntity));
    }

    /// <summary>Written by LibreOffice 7.4.</summary>
    private static Task<byte[]> WordFile([CallerFilePath] string here = "") =>
        File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(here)!, "sachstand.docx"));

    [ChromiumFact]
    public async Task What_is_pasted_from_a_word_processor_arrives_as_Markdown_and_can_be_undone()
    {
        var answer = (await city.Answers("Kommt die Liste an?"))[0];
        await using var visit = await chromium.Open(city.Address);
        var page = visit.Page;
        await page.GotoAsync($"/anmelden?returnUrl={Uri.EscapeDataString(answer)}");
        await page.FillAsync("[name=Login]", DemoCity.MainOfficeClerk.Login);
        await page.FillAsync("[name=Password]", DemoCity.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{answer}");

        await page.FillAsync("#Input_Markdown", "Vorher: ");
        await page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData("text/html", "<p>Am <b>Rhein</b>:</p><ul><li>Nord</li><li>Süd</li></ul>");
              data.setData("text/plain", "Am Rhein: Nord Süd");
              document.getElementById("Input_Markdown").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await page.Locator("#preview li:has-text('Süd')").WaitForAsync();
        Assert.Equal("Vorher: Am **Rhein**:\n\n- Nord\n- Süd", await page.InputValueAsync("#Input_Markdown"));
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal("Vorher: ", await page.InputValueAsync("#Input_Markdown"));
        Assert.Empty(visit.Complaints);
    }
}
