using Anfragen.Domain;
using Anfragen.Domain.Cases;
using FluentValidation;
using FluentValidation.Results;

namespace Anfragen.Application.Office;

/// <summary>Sammelschritte: one step on several inquiries, in one transaction: with all of them or with none.</summary>
internal sealed class BulkSteps(ICases cases)
{
    /// <summary>So many that one transaction holds up nobody for long.</summary>
    public const int Most = 100;

    /// <summary>Takes the step on each.</summary>
    /// <returns>Which inquiries they were, by number or subject.</returns>
    /// <exception cref="ValidationException">Some refuse; one failure for each, with its reason. Nothing is changed.</exception>
    public async Task<IReadOnlyList<string>> Take(IReadOnlyList<InquiryId> inquiries, Action<InquiryCase> step, CancellationToken cancel)
    {
        var (done, refused) = (new List<string>(), new List<ValidationFailure>());
        // Always in the same order, so that two of these wait for each other and neither for itself.
        foreach (var id in inquiries.Distinct().OrderBy(id => id.Value))
        {
            var @case = await cases.Get(id, cancel);
            var name = @case.Inquiry.Number ?? $"„{@case.Inquiry.Text.Subject}“";
            try
            {
                step(@case);
            }
            catch (RuleViolation violation)
            {
                refused.Add(new ValidationFailure("Inquiries", $"{name}: {violation.Rule.Text}"));
                continue;
            }

            await cases.Save(@case, cancel);
            done.Add(name);
        }

        return refused.Count == 0 ? done : throw new ValidationException(refused);
    }
}

internal static class BulkForms
{
    public static void AreChosen<T>(this IRuleBuilder<T, IReadOnlyList<InquiryId>> rule) => rule
        .Must(inquiries => inquiries.Count > 0).WithMessage("Bitte wählen Sie mindestens eine Anfrage aus.")
        .Must(inquiries => inquiries.Count <= BulkSteps.Most).WithMessage($"Bitte wählen Sie höchstens {BulkSteps.Most} Anfragen auf einmal aus.");
}
