namespace DcOps.Simulator.Physics;

/// <summary>What a data centre is for; decides how its IT load moves through the day and the week.</summary>
public enum SiteKind
{
    Cloud,
    Finance,
    Government,
    AiTraining,
    Edge,
}
