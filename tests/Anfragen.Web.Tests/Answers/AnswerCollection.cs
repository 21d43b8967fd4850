namespace Anfragen.Web.Tests.Answers;

[CollectionDefinition(Name)]
public sealed class AnswerCollection : ICollectionFixture<CityHost>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Answers";
}
