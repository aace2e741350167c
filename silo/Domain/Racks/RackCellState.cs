namespace DcOps.Domain.Racks;

/// <summary>What a rack of the province's map looks like. Numbers are on the wire to browsers; the map's script knows them too.</summary>
public enum RackCellState : byte
{
    Normal = 0,

    /// <summary>An alarm of the least urgent priority asks for attention; so the next three.</summary>
    Advisory = 1,

    Minor = 2,

    Major = 3,

    Critical = 4,

    /// <summary>Nothing of it is live, and no alarm says more.</summary>
    NoData = 5,
}
