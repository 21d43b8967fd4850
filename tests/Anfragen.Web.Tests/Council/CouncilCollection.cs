using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Council;

[CollectionDefinition(Name)]
public sealed class CouncilCollection : ICollectionFixture<FoundedCity>
{
    public const string Name = "Council";
}
