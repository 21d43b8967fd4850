using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Pages.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>An answer while it is being written: previewed, or with a contribution taken up. Nothing is stored here.</summary>
public abstract class AnswerEditorModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another answer than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    [BindProperty]
    public SaveAnswerVersion Input { get; set; } = new() { Id = default };

    public AnswerDetails Answer { get; private set; } = null!;

    public MarkdownPreview Preview { get; protected set; } = null!;

    /// <summary>The pages of the letter, when they were asked for.</summary>
    public LetterPages? Pages { get; private set; }

    /// <summary>Whether the form holds something that is not stored.</summary>
    public bool IsShownAgain => HttpMethods.IsPost(Request.Method);

    /// <summary>What was just put into the text, for a sentence: "Die Zuarbeit von … steht jetzt am Ende Ihres Textes."</summary>
    public string? Inserted { get; private set; }

    /// <summary>What of a file could not be put into the text.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    /// <summary>A file whose text is put into the form; it is not kept.</summary>
    [BindProperty]
    public IFormFile? Document { get; set; }

    protected IMediator Mediator => mediator;

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => await Prepare(cancel) ?? Page();

    public async Task<IActionResult> OnPostPagesAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Pages = await mediator.Send(AnswerDraft.Shown(Input with { Id = Id }), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeUpAsync(AssignmentId contribution, CancellationToken cancel)
    {
        await Load(cancel);
        var takenUp = Answer.Contributions.FirstOrDefault(candidate => candidate.Assignment == contribution);
        return takenUp?.Latest is { } text
            ? await Put(AnswerDraft.With(Input, text.Markdown), $"Die Zuarbeit von {takenUp.Department} steht jetzt am Ende Ihres Textes.", cancel)
            : NotFound();
    }

    public async Task<IActionResult> OnPostRestoreAsync(int version, CancellationToken cancel)
    {
        await Load(cancel);
        return Answer.Version(version) is { } earlier
            ? await Put(
                Input with { Kind = earlier.Kind, InNameOf = earlier.InNameOf, Markdown = earlier.Markdown },
                $"Im Eingabefeld steht jetzt wieder der Text von Fassung {version}.", cancel)
            : NotFound();
    }

    public async Task<IActionResult> OnPostInsertBlockAsync(TextBlockId block, CancellationToken cancel)
    {
        await Load(cancel);
        return Answer.TextBlocks.FirstOrDefault(candidate => candidate.Id == block) is { } chosen
            ? await Put(AnswerDraft.With(Input, chosen.Markdown), $"Der Textbaustein „{chosen.Title}“ steht jetzt am Ende Ihres Textes.", cancel)
            : NotFound();
    }

    public async Task<IActionResult> OnPostInsertFileAsync(CancellationToken cancel)
    {
        await Load(cancel);
        var text = await mediator.Send(new ConvertToMarkdown { Document = Document is null ? null : await Document.Bytes(cancel) }, cancel);
        Unread = text.Unread;
        return await Put(AnswerDraft.With(Input, text.Markdown), "Der Text der Datei steht jetzt am Ende Ihres Textes.", cancel);
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        await Load(cancel);
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return null;
    }

    /// <summary>Shows the form with a text that was put into it; nothing is saved by that.</summary>
    protected async Task<IActionResult> Put(SaveAnswerVersion changed, string sentence, CancellationToken cancel)
    {
        foreach (var field in new[] { nameof(Input.Markdown), nameof(Input.Kind), nameof(Input.InNameOf) }) ModelState.Remove($"Input.{field}");
        (Input, Inserted) = (changed, sentence);
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return Page();
    }

    protected async Task Load(CancellationToken cancel) => Answer = await mediator.Send(new GetAnswer(Id), cancel);
}
