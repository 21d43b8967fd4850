using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Answers;

[CollectionDefinition(Name)]
public sealed class AnswerCollection : ICollectionFixture<LivelyCity>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Answers";
}
