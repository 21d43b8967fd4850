using Anfragen.Application.Answers;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>The editor with earlier answers beside it, to which the text can refer. Nothing is stored here.</summary>
public abstract class ReferringEditorModel(IMediator mediator) : AnswerEditorModel(mediator)
{
    private EarlierAnswers? _found;

    /// <summary>What stands beside the editor.</summary>
    public EarlierAnswersView Earlier => new(Id, _found);

    public async Task<IActionResult> OnPostEarlierAsync(string? words, CancellationToken cancel)
    {
        await Prepare(cancel);
        _found = await Mediator.Send(new FindEarlierAnswers(Id) { Words = words }, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostReferAsync(QuestionId question, CancellationToken cancel)
    {
        await Load(cancel);
        var sentence = await Mediator.Send(new PhraseReferral(question), cancel);
        return await Put(AnswerDraft.Referring(Input, sentence), "Der Verweis steht jetzt am Ende Ihres Textes.", cancel);
    }
}

/// <summary>Earlier answers beside the editor of an answer; null before somebody asked for them.</summary>
public sealed record EarlierAnswersView(AnswerId Answer, EarlierAnswers? Found);
