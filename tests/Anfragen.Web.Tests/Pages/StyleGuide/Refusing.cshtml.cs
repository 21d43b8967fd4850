using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Anfragen.Web.Tests.Pages.StyleGuide;

/// <summary>A command with every kind of field.</summary>
public sealed record FileSomething(
    string Subject,
    string? Preamble,
    DateOnly ReceivedOn,
    string Department,
    bool Confirmed,
    IReadOnlyList<string> Contributors,
    IReadOnlyList<FiledQuestion> Questions);

public sealed record FiledQuestion(string Text);

/// <summary>A page whose subject decides how it is refused.</summary>
public sealed class RefusingModel : PageModel, IShowsAgain
{
    public static readonly Rule SubjectIsNew = new("test.subject-is-new", "Diesen Betreff gibt es schon.");

    private static readonly InlineValidator<FileSomething> Validator = [];

    static RefusingModel()
    {
        Validator.RuleFor(command => command.Subject).NotEmpty().WithMessage("Bitte geben Sie einen Betreff an.");
        Validator.RuleFor(command => command.Subject).MaximumLength(200_000).WithMessage("Der Betreff ist zu lang.");
        Validator.RuleForEach(command => command.Questions)
            .ChildRules(question => question.RuleFor(one => one.Text).NotEmpty().WithMessage("Diese Frage ist leer."));
    }

    [BindProperty]
    public FileSomething Input { get; set; } = new("", null, new DateOnly(2025, 9, 5), "", false, [], []);

    [BindProperty(SupportsGet = true)]
    public int? PageSize { get; set; }

    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Request.Query["throw"] == "rule") SubjectIsNew.BrokenIf(true);
        return await Prepare(cancel) ?? Page();
    }

    public IActionResult OnPost()
    {
        Validator.ValidateAndThrow(Input);
        switch (Input.Subject)
        {
            case "doppelt":
                throw new RuleViolation(SubjectIsNew);
            case "fort":
                throw new NotFound();
            case "verboten":
                throw new Forbidden(Permission.SignReplies);
            case "alles belegt":
                throw new DatabaseBusy();
            case "kaputt":
                throw new InvalidOperationException("Geheimes aus dem Inneren");
        }

        this.Done($"{Input.Questions.Count} Fragen, {Input.Subject.Length} Zeichen, Amt „{Input.Department}“, {string.Join('+', Input.Contributors)}, {Input.Confirmed}");
        return Redirect("/test/formular");
    }

    public Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Departments = [new("Hauptamt", "10"), new("Bürgeramt", "33")];
        return Task.FromResult<IActionResult?>(null);
    }
}
