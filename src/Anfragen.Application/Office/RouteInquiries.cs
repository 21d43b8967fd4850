using Anfragen.Application.Council;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Office;

/// <summary>Anfragen zuweisen: gives every question of several inquiries that no department leads to one department.</summary>
public sealed record RouteInquiries : ICommand<IReadOnlyList<string>>
{
    public static Permission Permission => Permission.RouteQuestions;

    public IReadOnlyList<InquiryId> Inquiries { get; init; } = [];

    public OrganizationId? Lead { get; init; }
}

internal sealed class RouteInquiriesValidator : AbstractValidator<RouteInquiries>
{
    public RouteInquiriesValidator()
    {
        RuleFor(command => command.Inquiries).AreChosen();
        RuleFor(command => command.Lead).NotNull().WithMessage("Bitte wählen Sie ein Amt.");
    }
}

internal sealed class RouteInquiriesHandler(BulkSteps bulk, ICouncil council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RouteInquiries, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(RouteInquiries command, CancellationToken cancel)
    {
        var (lead, occasion) = (command.Lead!.Value, clock.Occasion(user.As(Permission.RouteQuestions)));
        if (!await council.AreDepartments([lead], cancel)) throw new NotFound();
        return await bulk.Take(command.Inquiries, @case => @case.RouteUnrouted(lead, occasion), cancel);
    }
}
