using ChatRoom.Domain.Events;

namespace ChatRoom.Domain.Tests.Unions;

/// <summary>
/// The analyzer (eng/ClosedUnions) holds that a record with cases nested in it is closed, and that every switch names its cases. What has
/// none it takes for something else; the rules have nothing else.
/// </summary>
public sealed class ClosedUnionTests
{
    [Fact]
    public void Every_abstract_record_of_the_rules_has_its_cases_nested_in_it()
    {
        var types = typeof(Event).Assembly.GetTypes();
        var unions = types.Where(type => type is { IsAbstract: true, IsSealed: false, IsInterface: false }).ToList();
        Assert.NotEmpty(unions);
        Assert.All(unions, union => Assert.Contains(union.GetNestedTypes(), one => one.BaseType == union));
    }
}
