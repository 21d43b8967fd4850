using Anfragen.Application.Council;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>Routes questions: each to one leading department, with others asked for contributions.</summary>
public sealed record RouteQuestions : ICommand<Unit>
{
    public static Permission Permission => Permission.RouteQuestions;

    public required InquiryId Id { get; init; }

    /// <summary>One line per question; lines without a lead are left as they are.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>What the departments should know; internal.</summary>
    public string? Note { get; init; }

    /// <summary>Where a question goes.</summary>
    public sealed record Route
    {
        public QuestionId Question { get; init; }

        public OrganizationId? Lead { get; init; }

        public IReadOnlyList<OrganizationId> Contributors { get; init; } = [];
    }
}

internal sealed class RouteQuestionsValidator : AbstractValidator<RouteQuestions>
{
    public RouteQuestionsValidator()
    {
        RuleFor(command => command.Note).IsText();
        RuleFor(command => command.Routes)
            .Must(routes => routes.Any(route => route.Lead is not null)).WithMessage("Bitte wählen Sie für mindestens eine Frage ein federführendes Amt.");
        RuleForEach(command => command.Routes).ChildRules(route => route.RuleFor(line => line.Lead)
            .NotNull().When(line => line.Contributors.Count > 0).WithMessage("Bitte wählen Sie auch das federführende Amt."));
    }
}

internal sealed class RouteQuestionsHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RouteQuestions, Unit>
{
    public async Task<Unit> Handle(RouteQuestions command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.RouteQuestions));
        var routes = command.Routes.Where(route => route.Lead is not null).ToList();
        if (!await council.AreDepartments([.. routes.SelectMany(route => route.Contributors.Append(route.Lead!.Value)).Distinct()], cancel))
        {
            throw new NotFound();
        }

        foreach (var route in routes) @case.Route(route.Question, route.Lead!.Value, route.Contributors, command.Note?.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
